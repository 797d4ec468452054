import { createRuntime } from "../../../engine/onnx/runtime.ts";
import { loadGenerator } from "./trial.ts";
import { readFileSync } from "node:fs";
import { tensor, zeros } from "../../../engine/tensor.ts";
import { initializer } from "../../../engine/onnx/model.ts";
const model = await loadGenerator("/work/shared/data/scenes-trial/scenes-trial.json"); const card:any=model.card;
const rt = await createRuntime({backend:(process.argv[2] as any)??"auto", threads: Number(process.argv[3]??2)}); console.log(rt.status);
const N=Number(process.argv[4]??1);
const z=zeros([N,64]); z.data.forEach((_,i)=>{(z.data as any)[i]=Math.sin(i*1.7)});
const noises=Object.fromEntries((card as any).layers.map((l:any)=>[l.noise, zeros([1,1,l.resolution,l.resolution])]));
const w=(await rt.run(model,{z},["w"])).w!; const c=initializer(model.graph,"const")!;
const whole=()=>rt.run(model,{z,...noises},["image"]);
async function chain(defer:boolean){
 let f:any=c; let name="const";
 for(const l of (card as any).layers){ const feeds={[name]:f,[l.style]:w,[l.noise]:noises[l.noise]};
  f = defer? rt.defer(model,feeds,l.output,[N,l.units,l.resolution,l.resolution]) : (await rt.run(model,feeds,[l.output]))[l.output]; name=l.output; }
 return (await rt.run(model,{[name]:f},["image"])).image!;
}
const k=25; const t:Record<string,number[]>={whole:[],naive:[],deferred:[],last:[]};
let f8:any; { let f:any=c,name="const"; for(const l of card.layers.slice(0,9)){ f=(await rt.run(model,{[name]:f,[l.style]:w,[l.noise]:noises[l.noise]},[l.output]))[l.output]; name=l.output;} f8=f; }
const last=async()=>{const l=card.layers[9]; const f=rt.defer(model,{features_8:f8,[l.style]:w,[l.noise]:noises[l.noise]},l.output,[N,l.units,l.resolution,l.resolution]); return rt.run(model,{features_9:f},["image"])};
for(let i=0;i<k;i++) for(const [n,fn] of [["whole",whole],["naive",()=>chain(false)],["deferred",()=>chain(true)],["last",last]] as any){const a=performance.now(); await fn(); t[n]!.push(performance.now()-a);}
for(const [n,a] of Object.entries(t)){const first=a[0]!; a.sort((x,y)=>x-y); console.log(n.padEnd(9),"median",a[k>>1]!.toFixed(1),"min",a[0]!.toFixed(1),"first",first.toFixed(1), "vs whole", (a[k>>1]!/t.whole![k>>1]!).toFixed(3), "min", (a[0]!/t.whole![0]!).toFixed(3))}
await rt.close();
